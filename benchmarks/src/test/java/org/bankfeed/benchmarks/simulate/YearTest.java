package org.bankfeed.benchmarks.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A few short years in each build; {@code ./simulate} lives many long ones. */
class YearTest {

    /** As much in some weeks as else in a year. */
    private static final String DENSE = "rough,newIds=0.15,revoked=0.04,blocked=0.03,lapse=0.03,accountRemoved=0.05,"
            + "maintenance=0.04,lateLine=0.3,twinLine=0.2,changedLine=0.3,deprecated=0.02,lostRefresh=0.01,timeOut=0,slow=0,"
            + "kill=0.1,nodes=0.4,webhooks=0.4,hurry=0.5";

    /** Little is read, so that a consent comes to its end soon enough. */
    private static final String QUIET = "none,quiet=0.95,hurry=0,kill=0,order=0,nodes=0,webhooks=0";

    private String lived(int seeds, long from, int days, String plan) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Arguments wanted =
                new Arguments(seeds, from, 1, days, YearPlan.parse(plan), " with the plan of this test", false, false);
        try (Series series = new Series(wanted, out, out)) {
            series.run();
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void nothingGoesWrongInSomeRoughWeeks() throws Exception {
        assertThat(lived(4, 1, 16, DENSE)).contains("4 years, 0 with failures");
    }

    @Test
    void aConsentThatNobodyRenewsIsAnnouncedAndEnds() throws Exception {
        assertThat(lived(1, 1, 185, QUIET)).contains("1 years, 0 with failures");
    }

    @Test
    void aSeedLivesTheSameYearAgain() throws Exception {
        String once = lived(1, 9, 10, DENSE).replaceAll("[0-9.]+ s", "");
        assertThat(lived(1, 9, 10, DENSE).replaceAll("[0-9.]+ s", "")).isEqualTo(once);
    }

    @Test
    void whatAPlanSaysOfADayIsFoundIfItCannotBeDone() throws Exception {
        assertThat(lived(1, 1, 3, "none; @1 lapse account=nobody"))
                .contains("not done: @1 12:00 lapse account=nobody", "1 with failures");
    }
}
