package org.bankfeed.screens.internal.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.access.SignIn;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.session.Sessions;
import org.bankfeed.screens.internal.session.SignInThrottle;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.Parameters;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** Where somebody says who he is. */
public final class SignInPage {

    private static final String TEMPLATE = "sign-in.ftlh";

    private final Rooms rooms;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final Duration idle;

    public SignInPage(Rooms rooms, Sessions sessions, SignInThrottle throttle, Duration idle) {
        this.rooms = rooms;
        this.sessions = sessions;
        this.throttle = throttle;
        this.idle = idle;
    }

    /**
     * The address of this page.
     *
     * @param next where to go on afterwards
     * @param ended whether a session was there before
     */
    public static String path(String next, boolean ended) {
        return "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8) + (ended ? "&ended=by-time" : "");
    }

    public Answer show(Parameters parameters) {
        String ended = parameters.text("ended").orElse("");
        Message said =
                switch (ended) {
                    case "by-you" -> Message.of("sign-in.ended.by-you");
                    case "by-time" -> Message.of("sign-in.ended.by-time");
                    default -> null;
                };
        return form(200, parameters, said, null);
    }

    /**
     * What came of trying.
     *
     * @param session the key of the session that was opened, or null
     */
    public record Outcome(Answer answer, @Nullable String session) {}

    public Outcome tryToSignIn(Parameters parameters, String address) {
        String user = parameters.text("user").orElse("");
        char[] password =
                parameters.all("password").stream().findFirst().orElse("").toCharArray();
        try {
            Optional<Duration> pause = throttle.pause(user, address);
            if (pause.isPresent()) {
                return new Outcome(form(429, parameters, null, tooMany(pause.get())), null);
            }
            SignIn.Person person = rooms.signIn().signIn(user, password);
            if (person.companies().isEmpty() || person.roles().isEmpty()) {
                return new Outcome(form(403, parameters, null, mayNothing(person)), null);
            }
            throttle.succeeded(user, address);
            return new Outcome(new Answer.See(parameters.ownPath("next", "/")), sessions.open(person, idle));
        } catch (SignIn.Refused e) {
            throttle.failed(user, address);
            Message sentence =
                    throttle.pause(user, address).map(SignInPage::tooMany).orElse(Message.of("sign-in.refused"));
            return new Outcome(form(401, parameters, null, sentence), null);
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private static Message tooMany(Duration pause) {
        return Message.of("sign-in.too-often", pause.toMinutes() + 1);
    }

    private static Message mayNothing(SignIn.Person person) {
        return Message.of("sign-in.no-right", person.name());
    }

    private static Answer form(int status, Parameters parameters, @Nullable Message said, @Nullable Message problem) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("user", parameters.textOrNull("user"));
        model.put("next", parameters.ownPath("next", "/"));
        model.put("said", said);
        model.put("problem", problem);
        return new Answer.Page(status, TEMPLATE, model);
    }
}
