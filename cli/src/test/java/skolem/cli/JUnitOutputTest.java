package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import skolem.cli.command.CommandRun;

/// `check --output junit` prints a test suite with a test case for each property.
class JUnitOutputTest {
  @TempDir Path folder;

  private static Element suite(CommandRun run) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(run.out())))
        .getDocumentElement();
  }

  @Test
  void ofEveryOutcome() throws Exception {
    String specification =
        new SpecificationFolder(folder)
            .write(
                """
                Up == x' = x + 1
                Never == x = 99 /\\ x' = 0
                Next == Up \\/ Never
                Inv == x < 2 /\\ "a\\tb" # "<&>"
                Live == <>(x < 0)
                """,
                "INVARIANT Inv\nPROPERTY Live");
    CommandRun run = CommandRun.of("check", specification, "--output", "junit");
    Element suite = suite(run);
    assertThat(suite.getTagName()).isEqualTo("testsuite");
    assertThat(suite.getAttribute("name")).isEqualTo("Spec");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    NodeList cases = suite.getElementsByTagName("testcase");
    assertThat(suite.getAttribute("tests")).isEqualTo(Integer.toString(cases.getLength()));
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).startsWith("VIOLATED after 2 steps: x < 2");
    assertThat(failure.getTextContent()).contains("State 2: Up");
    assertThat(run.status()).isEqualTo(12);
  }

  @Test
  void ofVacuityThatIsAnError() throws Exception {
    String specification =
        new SpecificationFolder(folder)
            .write("Up == x' = x + 1\nNever == x = 99 /\\ x' = 0\nNext == Up \\/ Never", "");
    Element lax = suite(CommandRun.of("check", specification, "--output", "junit"));
    assertThat(lax.getAttribute("failures")).isEqualTo("0");
    CommandRun run = CommandRun.of("check", specification, "--output", "junit", "--strict");
    assertThat(suite(run).getAttribute("failures")).isEqualTo("1");
    assertThat(run.status()).isEqualTo(40);
  }
}
