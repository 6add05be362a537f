package skolem.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import skolem.cli.command.CommandRun;

/// `--output junit`: a test case for each obligation.
class ReportsTest {
  @TempDir private Path folder;

  /// Up leads from 3 to 4, which breaks one conjunct; Leave is never enabled, and breaks nothing.
  @Test
  void everyObligationIsATestCase() throws IOException, ParserConfigurationException, SAXException {
    CommandRun run =
        new Proof(folder)
            .of(
                """
                Up == x' = x + 1
                Leave == x = 9 /\\ x' = 0
                Init == x = 0
                Next == Up \\/ Leave
                Ind == x \\in 0..3 /\\ x < 8
                """,
                "--output",
                "junit");
    assertThat(run.status()).isEqualTo(20);
    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(run.out())))
            .getDocumentElement();
    assertThat(suite.getAttribute("name")).isEqualTo("S.Ind");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    // 2 conjuncts for the initial state and for Up, 1 for having a value, 1 for the vacuity
    assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(6);
    assertThat(suite.getAttribute("tests")).isEqualTo("6");
    assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
        .contains("/\\ x = 3", "/\\ x = 4");
    assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(1);
  }
}
