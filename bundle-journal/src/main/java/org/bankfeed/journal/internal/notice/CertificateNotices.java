package org.bankfeed.journal.internal.notice;

import static org.bankfeed.journal.internal.notice.Words.moment;
import static org.bankfeed.journal.internal.notice.Words.name;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bankfeed.feed.FeedCertificate;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Gravity;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Sentence;

/** The certificates by which a provider knows us, 60, 30, 14 and 7 days before they end and daily after. */
public final class CertificateNotices {

    private static final int URGENT = 7;

    private CertificateNotices() {}

    public static List<Notice> of(Standing standing) {
        return standing.links().values().stream()
                .filter(LinkRow::isReadable)
                .map(LinkRow::feed)
                .distinct()
                .flatMap(feed -> of(standing, feed))
                .toList();
    }

    private static Stream<Notice> of(Standing standing, String feed) {
        List<LinkRow> links = standing.links().values().stream()
                .filter(link -> link.isReadable() && link.feed().equals(feed))
                .toList();
        List<AccountId> affected = links.stream()
                .flatMap(link -> standing.affected(link).stream())
                .sorted(Comparator.comparing(AccountId::value))
                .toList();
        return standing.feeds().health(feed).ending(standing.now()).stream()
                .map(certificate -> new Notice(
                        Kind.CERTIFICATE_ENDS,
                        since(certificate, standing.now()),
                        List.of(sentence(certificate, feed, standing.now())),
                        links.get(0).connection().id(),
                        null,
                        certificate.daysLeft(standing.now()) < URGENT ? Gravity.URGENT : Gravity.WARNING,
                        affected));
    }

    /** When this step of the warning began. */
    private static Instant since(FeedCertificate certificate, Instant now) {
        return certificate.ends().isAfter(now)
                ? certificate
                        .ends()
                        .minus(Duration.ofDays(certificate.warning(now).orElse(0)))
                : certificate.ends();
    }

    private static Sentence sentence(FeedCertificate certificate, String feed, Instant now) {
        List<Argument> which = List.of(
                name(certificate.purpose()),
                name(Provider.of(feed)),
                name(feed),
                name(certificate.key()),
                name(certificate.subject()));
        if (!certificate.ends().isAfter(now)) {
            return new Sentence(SentenceCode.CERTIFICATE_ENDED, which);
        }
        List<Argument> andWhen = new ArrayList<>(which);
        andWhen.add(moment(certificate.ends()));
        andWhen.add(new Count(certificate.daysLeft(now)));
        return new Sentence(SentenceCode.CERTIFICATE_ENDS, andWhen);
    }
}
