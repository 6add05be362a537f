-------------------------------- MODULE SVG ---------------------------------
(* Pictures as records; their text and layout are refused where they are     *)
(* evaluated.                                                                *)
LOCAL INSTANCE Integers
LOCAL INSTANCE Sequences
LOCAL INSTANCE TLC
LOCAL INSTANCE SkolemPrimitives

SVGElem(_name, _attrs, _children, _innerText) ==
  [name |-> _name, attrs |-> _attrs, children |-> _children,
   innerText |-> _innerText]

(* A shape without children; of the attributes, its own win.                 *)
LOCAL Shape(kind, own, attrs, text) ==
  SVGElem(kind, [a \in DOMAIN own |-> ToString(own[a])] @@ attrs, <<>>, text)

Line(x1, y1, x2, y2, attrs) ==
  Shape("line", [x1 |-> x1, y1 |-> y1, x2 |-> x2, y2 |-> y2], attrs, "")

Circle(cx, cy, r, attrs) ==
  Shape("circle", [cx |-> cx, cy |-> cy, r |-> r], attrs, "")

Rect(x, y, w, h, attrs) ==
  Shape("rect", [x |-> x, y |-> y, width |-> w, height |-> h], attrs, "")

Text(x, y, text, attrs) == Shape("text", [x |-> x, y |-> y], attrs, text)

Image(x, y, width, height, href, attrs) ==
  Shape("image", [x |-> x, y |-> y, width |-> width, height |-> height],
        "xlink:href" :> href @@ attrs, "")

Group(children, attrs) == SVGElem("g", attrs, children, "")

Svg(children, attrs) == SVGElem("svg", attrs, children, "")

SVGDoc(children, vbX, vbY, vbW, vbH, attrs) ==
  LET box == ToString(vbX) \o " " \o ToString(vbY) \o " "
               \o ToString(vbW) \o " " \o ToString(vbH)
      own == "viewBox" :> box
               @@ "xmlns" :> "http://www.w3.org/2000/svg"
               @@ "xmlns:xlink" :> "http://www.w3.org/1999/xlink"
  IN  Svg(<<children>>, own @@ attrs)

PointOnLine(from, to, segment) ==
  [x |-> from.x + (to.x - from.x) \div segment,
   y |-> from.y + (to.y - from.y) \div segment]

SVGElemToString(elem) == NotSupported("SVGElemToString")
SVGSerialize(svg, frameNamePrefix, frameNumber) == NotSupported("SVGSerialize")
NodeOfRingNetwork(cx, cy, r, n, m) == NotSupported("NodeOfRingNetwork")
NodesOfDirectedMultiGraph(nodes, edges, options) ==
  NotSupported("NodesOfDirectedMultiGraph")
=============================================================================
