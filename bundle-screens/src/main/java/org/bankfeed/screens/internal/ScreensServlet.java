package org.bankfeed.screens.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.PaymentFiles;
import org.bankfeed.journal.JournalException;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.screens.internal.page.SignInPage;
import org.bankfeed.screens.internal.rooms.Errands;
import org.bankfeed.screens.internal.rooms.MissingRoomException;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.rooms.Trials;
import org.bankfeed.screens.internal.session.Session;
import org.bankfeed.screens.internal.session.Sessions;
import org.bankfeed.screens.internal.session.SignInThrottle;
import org.bankfeed.screens.internal.view.Format;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.Handler;
import org.bankfeed.screens.internal.web.Language;
import org.bankfeed.screens.internal.web.Parameters;
import org.bankfeed.screens.internal.web.PublicAddress;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Routes;
import org.bankfeed.screens.internal.web.StaticFiles;
import org.bankfeed.screens.internal.web.Templates;
import org.bankfeed.screens.internal.web.TrustedProxies;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.web.Wire;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.screens.internal.words.Texts;
import org.bankfeed.store.StoreException;
import org.bankfeed.value.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one door of the pages: finds out who asks, lets the page answer, and says in one sentence what went wrong. */
@Component(service = Servlet.class, configurationPid = ScreensConfig.PID)
@HttpWhiteboardServletName("bankfeed")
@HttpWhiteboardServletPattern("/bankfeed/*")
@HttpWhiteboardServletMultipart(
        maxFileSize = ScreensServlet.LARGEST_UPLOAD,
        maxRequestSize = ScreensServlet.LARGEST_UPLOAD,
        fileSizeThreshold = ScreensServlet.LARGEST_UPLOAD)
@Designate(ocd = ScreensConfig.class)
public final class ScreensServlet extends HttpServlet {

    /** A file is kept in memory, never on a disk; twice of what is taken, so that one that is too long is told so. */
    static final int LARGEST_UPLOAD = 2 * PaymentFiles.MOST_BYTES;

    private static final Logger LOG = LoggerFactory.getLogger(ScreensServlet.class);
    private static final String COOKIE = "bankfeed-session";
    private static final String FORM_TOKEN = "form-token";
    private static final String STATIC = "/static/";

    private final transient PublicAddress address;
    private final transient TrustedProxies proxies;
    private final transient Duration idle;
    private final transient Rooms rooms;
    private final transient Errands errands;
    private final transient Sessions sessions;
    private final transient SignInPage signIn;
    private final transient Routes routes;
    private final transient Templates templates = new Templates(ScreensServlet.class);
    private final transient StaticFiles files = new StaticFiles(
            ScreensServlet.class,
            "bankfeed.css",
            "bankfeed.js",
            "chart.js",
            "htmx.min.js",
            "uPlot.iife.min.js",
            "uPlot.min.css",
            "icon.svg");

    @Activate
    public ScreensServlet(
            ScreensConfig config,
            @Reference Rooms rooms,
            @Reference Errands errands,
            @Reference Trials trials,
            @Reference Sessions sessions,
            @Reference SignInThrottle throttle) {
        this(
                PublicAddress.of(config.public_url()),
                TrustedProxies.of(config.proxies(), config.proxy_header(), config.office_address()),
                Duration.ofMinutes(config.session_minutes()),
                rooms,
                errands,
                trials,
                sessions,
                throttle);
    }

    ScreensServlet(
            PublicAddress address,
            TrustedProxies proxies,
            Duration idle,
            Rooms rooms,
            Errands errands,
            Trials trials,
            Sessions sessions,
            SignInThrottle throttle) {
        this.address = address;
        this.proxies = proxies;
        this.idle = idle;
        this.rooms = rooms;
        this.errands = errands;
        this.sessions = sessions;
        this.signIn = new SignInPage(rooms, sessions, throttle, idle);
        this.routes = Site.routes(rooms, errands, trials, address);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Wire wire = new Wire(request, response);
        String path = wire.path();
        if (path.startsWith(STATIC)) {
            file(wire, path.substring(STATIC.length()));
            return;
        }
        Optional<Session> session = sessions.find(wire.cookie(COOKIE), idle);
        try {
            answer(wire, path, session.orElse(null));
        } catch (RefusedException e) {
            fault(wire, session.orElse(null), e.status(), e.said());
        } catch (AccessDeniedException e) {
            fault(wire, session.orElse(null), 403, told(e));
        } catch (JournalException | MatchingException | InvoiceEntry.Refused e) {
            fault(wire, session.orElse(null), 409, told(e));
        } catch (MissingRoomException e) {
            fault(wire, session.orElse(null), 503, e.said());
        } catch (LedgerUnavailableException e) {
            fault(wire, session.orElse(null), 503, told(e));
        } catch (StoreException.Unavailable e) {
            LOG.warn("a page could not be shown: the database did not answer", e);
            fault(wire, session.orElse(null), 503, Message.of("fault.database"));
        } catch (RuntimeException e) {
            String incident = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("a page failed, incident {}: {} {}", incident, wire.method(), path, e);
            fault(wire, session.orElse(null), 500, Message.of("fault.ours", incident));
        }
    }

    private void answer(Wire wire, String path, @Nullable Session session)
            throws IOException, JournalException, MatchingException, InvoiceEntry.Refused, LedgerUnavailableException {
        if (session == null && wire.isUpload()) {
            toSignIn(wire, true); // nothing is read of what a stranger sends
            return;
        }
        Parameters parameters = wire.parameters();
        boolean act = "POST".equals(wire.method());
        if (act && wire.fromElsewhere()) {
            throw new RefusedException(403, Message.of("fault.foreign"));
        }
        if (act && path.equals("/language")) {
            wire.remember(parameters, cookiePath(), address.secure());
            wire.see(address.base() + parameters.ownPath("back", "/"));
            return;
        }
        if (path.equals("/sign-in")) {
            signIn(wire, parameters, act);
            return;
        }
        if (session == null) {
            toSignIn(wire, act);
            return;
        }
        if (act && !session.formToken().equals(parameters.textOrNull(FORM_TOKEN))) {
            throw new RefusedException(403, Message.of("fault.session"));
        }
        if (act && path.equals("/sign-out")) {
            sessions.end(wire.cookie(COOKIE));
            wire.setCookie(COOKIE, "", cookiePath(), address.secure());
            wire.see(address.base() + "/sign-in?ended=by-you");
            return;
        }
        Handler handler = routes.find(wire.method(), path)
                .orElseThrow(() -> RefusedException.notFound(Message.of("fault.address")));
        send(
                wire,
                session,
                handler.answer(new Visit(
                        path,
                        parameters,
                        session,
                        wire.part(),
                        wire.language(),
                        wire.visitorSeenFromOutside(proxies).orElse(null))));
    }

    private void signIn(Wire wire, Parameters parameters, boolean act) throws IOException {
        if (!act) {
            send(wire, null, signIn.show(parameters));
            return;
        }
        SignInPage.Outcome outcome = signIn.tryToSignIn(
                parameters, wire.visitor(proxies).map(Object::toString).orElseGet(wire::address));
        if (outcome.session() != null) {
            wire.setCookie(COOKIE, outcome.session(), cookiePath(), address.secure());
        }
        send(wire, null, outcome.answer());
    }

    /** What was typed into a form is lost with the session; where somebody was, or wanted to look, is not. */
    private void toSignIn(Wire wire, boolean act) {
        boolean had = wire.cookie(COOKIE) != null;
        String next = act || wire.part()
                ? wire.cameFrom(address.base())
                        .filter(page -> routes.isLook(page.replaceFirst("\\?.*", "")))
                        .orElse("/")
                : wire.target();
        wire.see(address.base() + SignInPage.path(next, had));
    }

    private void send(Wire wire, @Nullable Session session, Answer answer) throws IOException {
        if (answer instanceof Answer.Page page) {
            wire.page(page.status(), render(page, wire, session));
        } else if (answer instanceof Answer.See see) {
            wire.see(address.base() + see.path());
        } else if (answer instanceof Answer.Leave leave) {
            wire.goOn(leave.page().toASCIIString());
            Map<String, @Nullable Object> model = new HashMap<>();
            model.put("page", leave.page().toASCIIString());
            model.put("whereTo", leave.whereTo());
            wire.page(200, render(Answer.Page.of("leave.ftlh", model), wire, session));
        } else {
            wire.reload();
        }
    }

    private String render(Answer.Page page, Wire wire, @Nullable Session session) {
        Map<String, @Nullable Object> model = new HashMap<>(page.model());
        model.put("base", address.base());
        model.put("versions", files.versions());
        model.put("path", wire.path());
        model.put("target", wire.target());
        Texts texts = Texts.in(wire.language());
        model.put("format", new Format(rooms.clock(), texts));
        model.put("languages", Language.all(wire.language()));
        if (session != null) {
            model.put("person", session.person().name());
            model.put("roles", session.person().roles());
            model.put("company", session.company().value());
            model.put("companies", session.person().companies());
            model.put("formToken", session.formToken());
            model.put(
                    "publicVisitor",
                    wire.visitorSeenFromOutside(proxies)
                            .filter(InternetAddress::isPublic)
                            .isPresent());
            model.put("errand", errands.of(session.company()).orElse(null));
            model.put("paymentFiles", rooms.paymentFiles().isPresent());
            model.put("today", rooms.timeLapse().map(lapse -> lapse.today()).orElse(null));
            if (!wire.part()) {
                model.put("flash", session.takeFlash());
            }
        }
        return templates.render(page.template(), texts, model);
    }

    private void fault(Wire wire, @Nullable Session session, int status, Message sentence) throws IOException {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("status", status);
        model.put("sentence", sentence);
        String template = wire.part() ? "fault-part.ftlh" : "fault.ftlh";
        wire.page(status, render(new Answer.Page(status, template, model), wire, session));
    }

    private void file(Wire wire, String name) throws IOException {
        Optional<StaticFiles.StaticFile> file = files.find(name);
        if (file.isPresent()) {
            wire.file(file.get());
        } else {
            fault(wire, null, 404, Message.of("fault.file"));
        }
    }

    private String cookiePath() {
        return address.base().isEmpty() ? "/" : address.base();
    }

    /** The services' sentences begin as a log line does. */
    private static Message told(Exception e) {
        return Message.all(Words.said(e));
    }
}
