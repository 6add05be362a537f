package skolem.cli.report;

import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import skolem.inductive.matrix.Cell;
import skolem.inductive.matrix.VerdictMatrix;
import skolem.inductive.prove.ProofRequest;

/// What `prove` found, as a JUnit report: a test case for each obligation, a failure where it is
/// broken, an error where it is undecided; and an error for all that is vacuous.
public final class ProveJUnit {
  private ProveJUnit() {}

  public static String of(ProofRequest request, VerdictMatrix matrix, Duration time) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      suite(xml, request, matrix, time);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return text.toString();
  }

  private static void suite(
      XMLStreamWriter xml, ProofRequest request, VerdictMatrix matrix, Duration time)
      throws XMLStreamException {
    long broken = matrix.cells().stream().filter(ProveJUnit::isBroken).count();
    long proved = matrix.cells().stream().filter(Cell::isProved).count();
    int all = matrix.cells().size() + matrix.vacuous().size();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", request.model().name() + "." + request.name());
    xml.writeAttribute("tests", Integer.toString(all));
    xml.writeAttribute("failures", Long.toString(broken));
    xml.writeAttribute("errors", Long.toString(all - proved - broken));
    xml.writeAttribute("time", seconds(time));
    for (Cell cell : matrix.cells()) {
      testCase(xml, request, cell);
    }
    for (String vacuous : matrix.vacuous()) {
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", request.name() + ".vacuity");
      xml.writeAttribute("name", vacuous);
      problem(xml, "error", "vacuous: " + vacuous, vacuous);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static boolean isBroken(Cell cell) {
    return cell.finding() instanceof Cell.Finding.Broken;
  }

  private static void testCase(XMLStreamWriter xml, ProofRequest request, Cell cell)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", request.name() + "." + cell.column());
    xml.writeAttribute("name", cell.lemma().name());
    xml.writeAttribute("time", seconds(cell.time()));
    switch (cell.finding()) {
      case Cell.Finding.Proved _ -> {}
      case Cell.Finding.Broken(var trace, var fault, var reach) ->
          problem(
              xml,
              "failure",
              cell.lemma().text(),
              ProveText.counterexample(cell, trace, fault, reach));
      case Cell.Finding.Undecided(var reason) -> problem(xml, "error", "undecided", reason);
    }
    xml.writeEndElement();
  }

  private static void problem(XMLStreamWriter xml, String kind, String message, String text)
      throws XMLStreamException {
    xml.writeStartElement(kind);
    xml.writeAttribute("message", message);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1e3);
  }
}
