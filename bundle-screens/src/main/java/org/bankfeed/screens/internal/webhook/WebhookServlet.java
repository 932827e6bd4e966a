package org.bankfeed.screens.internal.webhook;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.feed.FeedEventRefusedException;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.JournalException;
import org.bankfeed.screens.internal.rooms.MissingRoomException;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.store.StoreException;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Sentence;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door by which a provider calls us: {@code POST /bankfeed-webhooks/<feed>}. It knows no session and no cookie, and
 * lies beside the pages, not among them, so that a proxy can let the world in here and nowhere else. What comes in is
 * handed on as raw bytes; the signature in it is its only passport.
 *
 * <p>It answers with a status and no word: 200 once the event is stored, 400 if it is not believed, 404 where no such
 * feed is, 405 to anything but POST, 413 if it is too large, 503 if it should be delivered again.
 */
@Component(service = Servlet.class, configurationPid = WebhookConfig.PID)
@HttpWhiteboardServletName("bankfeed-webhooks")
@HttpWhiteboardServletPattern(WebhookServlet.PATTERN)
@Designate(ocd = WebhookConfig.class)
public final class WebhookServlet extends HttpServlet {

    public static final String PATTERN = "/bankfeed-webhooks/*";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookServlet.class);
    private static final Pattern FEED = Pattern.compile("/[A-Za-z0-9_.-]{1,60}");

    /** So many are taken at once; whoever floods the door must not take the web server's threads from the pages. */
    private static final int MOST_AT_ONCE = 16;

    private static final String AGAIN_IN_SECONDS = "30";

    private final transient Rooms rooms;
    private final transient BoundedBody body;
    private final transient Semaphore places = new Semaphore(MOST_AT_ONCE);

    @Activate
    public WebhookServlet(WebhookConfig config, @Reference Rooms rooms) {
        this(rooms, 1_024 * Math.min(10_240, Math.max(1, config.body_limit())));
    }

    /** @param most bytes that a webhook may have */
    public WebhookServlet(Rooms rooms, int most) {
        this.rooms = rooms;
        this.body = new BoundedBody(most);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        if (!"POST".equals(request.getMethod())) {
            response.setHeader("Allow", "POST");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (places.tryAcquire()) {
            try {
                response.setStatus(take(request, response));
            } finally {
                places.release();
            }
        } else {
            later(response);
        }
        response.setContentLength(0);
    }

    private int take(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        try {
            BankJournal journal = rooms.journal();
            String feed = FEED.matcher(path).matches() ? path.substring(1) : "";
            if (!journal.feeds().contains(feed)) {
                return HttpServletResponse.SC_NOT_FOUND;
            }
            Optional<byte[]> sent = body.of(request);
            if (sent.isEmpty()) {
                journal.refused(feed, Sentence.of(FaultCode.WEBHOOK_TOO_LARGE, new Count(body.most() / 1_024)));
                response.setHeader("Connection", "close"); // the rest of it is not read
                return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
            }
            journal.receive(feed, headers(request), sent.get());
            return HttpServletResponse.SC_OK;
        } catch (IOException e) {
            LOG.debug("a webhook did not come to its end", e);
            response.setHeader("Connection", "close");
            return HttpServletResponse.SC_REQUEST_TIMEOUT;
        } catch (FeedEventRefusedException e) {
            LOG.debug("a webhook was refused: {}", e.getMessage());
            return HttpServletResponse.SC_BAD_REQUEST;
        } catch (JournalException e) {
            LOG.debug("a webhook was not taken", e);
            return e.reason() == JournalException.Reason.NO_FEED ? HttpServletResponse.SC_NOT_FOUND : later(response);
        } catch (MissingRoomException | StoreException.Unavailable e) {
            LOG.debug("a webhook could not be taken now", e);
            return later(response);
        } catch (RuntimeException e) {
            LOG.error("a webhook could not be taken; it is to be delivered again", e);
            return later(response);
        }
    }

    /** Whoever comes back then is heard; polling finds what does not come again. */
    private static int later(HttpServletResponse response) {
        response.setHeader("Retry-After", AGAIN_IN_SECONDS);
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, Collections.list(request.getHeaders(name)));
        }
        return headers;
    }
}
