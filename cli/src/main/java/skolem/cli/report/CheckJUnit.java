package skolem.cli.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Vacuity;
import skolem.frontend.verdict.Verdict;

/// A check as a test suite in JUnit's XML: a test case for each property. A violation is a failure,
/// what is undecided an error, what was not checked is skipped; a vacuous finding is a failure
/// where vacuity is an error.
public final class CheckJUnit {
  private final XMLStreamWriter xml;
  private final CheckResult result;

  private CheckJUnit(XMLStreamWriter xml, CheckResult result) {
    this.xml = xml;
    this.result = result;
  }

  /// @param strict whether vacuity is an error
  public static String of(CheckResult result, boolean strict) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new CheckJUnit(xml, result).write(strict);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private void write(boolean strict) throws XMLStreamException {
    List<Verdict.Answer> answers = result.verdict().answers();
    List<Vacuity> vacuity = result.report().vacuity();
    long failures = count(Outcome.Violated.class) + (strict ? vacuity.size() : 0);
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement("testsuite");
    attribute("name", result.model().name());
    attribute("tests", Integer.toString(answers.size() + vacuity.size()));
    attribute("failures", Long.toString(failures));
    attribute("errors", Long.toString(count(Outcome.Undecided.class)));
    attribute("skipped", Long.toString(count(Outcome.NotChecked.class)));
    attribute("time", String.format(Locale.ROOT, "%.3f", result.times().total().toNanos() / 1e9));
    line();
    for (Verdict.Answer answer : answers) {
      answer(answer);
    }
    for (Vacuity finding : vacuity) {
      vacuity(finding, strict);
    }
    xml.writeEndElement();
    line();
    xml.writeEndDocument();
  }

  private long count(Class<? extends Outcome> kind) {
    return result.verdict().answers().stream().filter(a -> kind.isInstance(a.outcome())).count();
  }

  private void answer(Verdict.Answer answer) throws XMLStreamException {
    begin(VerdictText.name(answer));
    String line = VerdictText.line(answer.outcome());
    switch (answer.outcome()) {
      case Outcome.Violated _ ->
          problem("failure", line, VerdictText.traces(new Verdict(List.of(answer))));
      case Outcome.Undecided _ -> problem("error", line, "");
      case Outcome.NotChecked _ -> problem("skipped", line, "");
      case Outcome.Holds _, Outcome.HoldsUpTo _ -> {
        xml.writeStartElement("system-out");
        text(line);
        xml.writeEndElement();
      }
    }
    end();
  }

  private void vacuity(Vacuity finding, boolean strict) throws XMLStreamException {
    begin(VacuityText.of(finding));
    if (strict) {
      problem("failure", VacuityText.of(finding), "");
    }
    end();
  }

  private void begin(String name) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", result.model().name());
    attribute("name", name);
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
    line();
  }

  private void problem(String element, String message, String detail) throws XMLStreamException {
    xml.writeStartElement(element);
    attribute("message", message);
    text(detail);
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, legal(value));
  }

  private void text(String text) throws XMLStreamException {
    xml.writeCharacters(legal(text));
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  /// XML has no way to write other control characters.
  private static String legal(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "\uFFFD");
  }
}
