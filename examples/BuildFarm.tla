------------------------------ MODULE BuildFarm ------------------------------
(***************************************************************************)
(* A build farm.  Clients submit jobs to a queue; workers take a job under *)
(* a lease, build it, and store the artefact; a janitor takes leases away  *)
(* from workers that seem to be dead; a notifier mails the outcome to the  *)
(* client, and may lose a mail.  Workers crash, clients lose patience.     *)
(*                                                                         *)
(* What makes it work is the number of the attempt: a worker whose lease   *)
(* has been taken away carries an old number, and what it delivers is      *)
(* refused.                                                                *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets, TLC

CONSTANTS
  Clients,      \* each submits one job, which is known by its client
  Workers,
  Janitor,
  Notifier,
  Nobody,       \* no process, and no job
  Capacity,     \* of the queue, as far as clients are concerned
  MaxAttempts   \* after so many attempts a job has failed

(*
--algorithm BuildFarm

variables
  \* The table of jobs, and the lock that protects it and the queue.
  lock = Nobody,
  status = [c \in Clients |-> "absent"],
  attempt = [c \in Clients |-> 0],
  holder = [c \in Clients |-> Nobody],
  queue = <<>>,

  \* The number of the attempt whose artefact is in the store; 0 is none.
  artefact = [c \in Clients |-> 0],

  \* What each worker works on, and the number of its attempt.
  task = [w \in Workers |-> Nobody],
  ticket = [w \in Workers |-> 0],

  \* Outcomes on their way to the clients.
  log = <<>>,
  mail = [c \in Clients |-> {}],

  \* History, for the invariants only: how often an artefact was stored.
  writes = [c \in Clients |-> 0];

define
  Outcomes == {"built", "failed", "cancelled"}

  Running == {c \in Clients : status[c] = "running"}

  IsFinished(job) == status[job] \in Outcomes

  AllFinished == \A c \in Clients : IsFinished(c)

  HasRoom == Len(queue) < Capacity

  Elements(sequence) == {sequence[i] : i \in 1 .. Len(sequence)}

  Without(sequence, job) == SelectSeq(sequence, LAMBDA j : j # job)

  \* Whether a delivery with this number is that of the present attempt.
  IsCurrent(job, number) ==
    /\ status[job] = "running"
    /\ attempt[job] = number
end define;

(***************************************************************************)
(* Steps that several processes share.                                     *)
(***************************************************************************)
macro acquire(me) begin
  await lock = Nobody;
  lock := me;
end macro;

macro release(me) begin
  assert lock = me;
  lock := Nobody;
end macro;

macro enqueue(job) begin
  queue := Append(queue, job);
  status[job] := "queued";
end macro;

macro report(job, outcome) begin
  log := Append(log, [job |-> job, outcome |-> outcome]);
end macro;

macro finish(job, outcome) begin
  status[job] := outcome;
  holder[job] := Nobody;
end macro;

(***************************************************************************)
(* Puts a new job at the end of the queue.  Whoever holds the lock knows   *)
(* that nobody else changes the queue, so it is enough to look for room    *)
(* when the lock is taken.                                                 *)
(***************************************************************************)
procedure Submit(newJob)
begin
  seek_room:
    await HasRoom;
    acquire(self);
  append:
    enqueue(newJob);
  appended:
    release(self);
    return;
end procedure;

(***************************************************************************)
(* Takes the first job of the queue under a new lease.  Another worker may *)
(* have been faster, and then there is nothing to do.                      *)
(***************************************************************************)
procedure Take()
begin
  lock_queue:
    acquire(self);
  look:
    if queue = <<>> then
      release(self);
      return;
    end if;
  lease:
    with first = Head(queue) do
      task[self] := first;
      ticket[self] := attempt[first] + 1;
      attempt[first] := attempt[first] + 1;
      status[first] := "running";
      holder[first] := self;
    end with;
    queue := Tail(queue);
  leased:
    release(self);
    return;
end procedure;

(***************************************************************************)
(* Stores what a worker has built, if its attempt is still the present     *)
(* one.                                                                    *)
(***************************************************************************)
procedure Store(job, number)
variables
  accepted = FALSE;
begin
  lock_store:
    acquire(self);
  compare:
    accepted := IsCurrent(job, number);
  write:
    if accepted then
      artefact[job] := number;
      writes[job] := writes[job] + 1;
      finish(job, "built");
      report(job, "built");
    end if;
  stored:
    release(self);
    return;
end procedure;

(***************************************************************************)
(* Ends an attempt that has come to nothing: the job is tried again, or    *)
(* given up.  The lock is held by who calls.                               *)
(***************************************************************************)
procedure Retry(lostJob)
begin
  again:
    if attempt[lostJob] < MaxAttempts then
      enqueue(lostJob);
      holder[lostJob] := Nobody;
      return;
    end if;
  give_up:
    finish(lostJob, "failed");
    report(lostJob, "failed");
    return;
end procedure;

(***************************************************************************)
(* A client submits its job and waits for the outcome: by mail, or, since  *)
(* mails get lost, by a look at the table.  It may cancel instead.         *)
(***************************************************************************)
fair process client \in Clients
variables
  outcome = "none";
begin
  start:
    call Submit(self);
  wait:
    either
      await mail[self] # {};
      with letter \in mail[self] do
        outcome := letter;
      end with;
    or
      await IsFinished(self);
      outcome := status[self];
    or
      goto cancel;
    end either;
  verify:
    assert outcome = status[self];
    goto leave;
  cancel:
    acquire(self);
  withdraw:
    if ~ IsFinished(self) then
      queue := Without(queue, self);
      finish(self, "cancelled");
    end if;
  cancelled:
    outcome := status[self];
    release(self);
  leave:
    skip;
end process;

(***************************************************************************)
(* A worker takes jobs as long as there are some.  A build works, or does  *)
(* not work, or kills the worker, which then starts afresh and knows of    *)
(* nothing.                                                                *)
(***************************************************************************)
fair process worker \in Workers
variables
  result = "none";
begin
  idle:
    while ~ AllFinished do
      await queue # <<>> \/ AllFinished;
      if queue # <<>> then
        call Take();
      end if;
  work:
      if task[self] = Nobody then
        goto idle;
      else
        either
          result := "good";
        or
          result := "bad";
        or
          task[self] := Nobody;
          ticket[self] := 0;
          goto idle;
        end either;
      end if;
  deliver:
      if result = "good" then
        call Store(task[self], ticket[self]);
        goto clean;
      end if;
  lock_failure:
      acquire(self);
  admit_failure:
      if IsCurrent(task[self], ticket[self]) then
        call Retry(task[self]);
      end if;
  failure_told:
      release(self);
  clean:
      task[self] := Nobody;
      ticket[self] := 0;
      result := "none";
    end while;
end process;

(***************************************************************************)
(* The janitor takes away the lease of any running job: it cannot tell a   *)
(* slow worker from a dead one.                                            *)
(***************************************************************************)
fair process janitor = Janitor
variables
  suspect = Nobody;
begin
  patrol:
    while ~ AllFinished do
      await Running # {} \/ AllFinished;
      if Running = {} then
        goto patrol;
      else
        with slow \in Running do
          suspect := slow;
        end with;
      end if;
  seize:
      acquire(Janitor);
  expire:
      if status[suspect] = "running" then
        call Retry(suspect);
      end if;
  expired:
      release(Janitor);
      suspect := Nobody;
    end while;
end process;

(***************************************************************************)
(* The notifier mails outcomes in their order.                             *)
(***************************************************************************)
fair process notifier = Notifier
variables
  event = Nobody;
begin
  next_event:
    while ~ AllFinished \/ log # <<>> do
      await log # <<>> \/ AllFinished;
      if log = <<>> then
        goto next_event;
      else
        event := Head(log);
        log := Tail(log);
      end if;
  send:
      either
        mail[event.job] := mail[event.job] \union {event.outcome};
      or
        skip;
      end either;
    end while;
end process;

end algorithm
*)

(***************************************************************************)
(* What must hold.                                                         *)
(***************************************************************************)
Processes == Clients \union Workers \union {Janitor, Notifier}

TypeOK ==
  /\ lock \in Processes \union {Nobody}
  /\ \A c \in Clients :
       /\ status[c] \in {"absent", "queued", "running"} \union Outcomes
       /\ attempt[c] \in 0 .. MaxAttempts
       /\ holder[c] \in Workers \union {Nobody}
       /\ artefact[c] \in 0 .. MaxAttempts
       /\ mail[c] \subseteq Outcomes
  /\ \A w \in Workers :
       /\ task[w] \in Clients \union {Nobody}
       /\ ticket[w] \in 0 .. MaxAttempts

\* The queue holds just the jobs that are queued, each once; while a process holds the lock, it may
\* be at work on that.
QueueIsExact ==
  /\ Cardinality(Elements(queue)) = Len(queue)
  /\ \A c \in Clients : c \in Elements(queue) <=> status[c] = "queued"

StoredAtMostOnce == \A c \in Clients : writes[c] <= 1

\* The artefact in the store is that of the last attempt.
NoLateArtefact ==
  \A c \in Clients : status[c] = "built" => artefact[c] = attempt[c]

\* A mail never tells anything but what the table says.
MailIsTrue == \A c \in Clients : \A m \in mail[c] : m = status[c]

\* A lease is for a job that runs, and only a job that runs has one.
LeaseIsForRunning ==
  \A c \in Clients : holder[c] # Nobody <=> status[c] = "running"

(***************************************************************************)
(* Violated, to see the farm at work.                                      *)
(***************************************************************************)
NothingIsEverBuilt == \A c \in Clients : status[c] # "built"
=============================================================================
