package org.bankfeed.shell.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.matching.Evidence;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the operator set for shell and sign-in. A wrong value is said in the log and in every answer until it is mended:
 * to guess a company or a right would be worse than to refuse.
 */
@Component(service = ShellSettings.class, configurationPid = ShellConfig.PID)
@Designate(ocd = ShellConfig.class)
public final class ShellSettings {

    private static final Logger LOG = LoggerFactory.getLogger(ShellSettings.class);

    private final @Nullable Values values;
    private final String fault;

    @Activate
    public ShellSettings(ShellConfig config) {
        Values read = null;
        String wrong = "";
        try {
            read = Values.of(config);
        } catch (IllegalArgumentException e) {
            wrong = e.getMessage() + " (configuration " + ShellConfig.PID + ")";
            LOG.error("The bank commands and the sign-in do not work: {}", wrong);
        }
        values = read;
        fault = wrong;
    }

    /** The company that is meant where none is said. */
    public CompanyId company() {
        return values().company();
    }

    /** The companies that Karaf's users may act for. */
    public Set<CompanyId> companies() {
        return values().companies();
    }

    /** Where the provider sends a person back to, if the operator said so. */
    public Optional<String> redirectUri() {
        return values().redirectUri().isEmpty() ? Optional.empty() : Optional.of(values().redirectUri());
    }

    /** The public internet address of whoever sits at the shell, if the operator said so. */
    public Optional<String> address() {
        return values().address().isEmpty() ? Optional.empty() : Optional.of(values().address());
    }

    /** In which language reasons, notices and refusals are said. */
    public Locale language() {
        return values().language();
    }

    /**
     * A language that somebody typed.
     *
     * @throws IllegalArgumentException if there are no sentences in it
     */
    public static Locale language(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        if (Evidence.LANGUAGES.stream().noneMatch(one -> one.getLanguage().equals(language.getLanguage()))) {
            throw new IllegalArgumentException("nothing is said in the language '" + tag + "': it is one of "
                    + Evidence.LANGUAGES.stream().map(Locale::toLanguageTag).collect(Collectors.joining(", ")));
        }
        return language;
    }

    /** What somebody with these roles of Karaf may do. */
    public Set<Role> rolesOf(Collection<String> karafRoles) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        karafRoles.forEach(name -> roles.addAll(values().roles().getOrDefault(name, Set.of())));
        return roles;
    }

    private Values values() {
        if (values == null) {
            throw new IllegalStateException(fault);
        }
        return values;
    }

    private record Values(
            CompanyId company,
            Set<CompanyId> companies,
            Map<String, Set<Role>> roles,
            String redirectUri,
            String address,
            Locale language) {

        static Values of(ShellConfig config) {
            CompanyId company = new CompanyId(config.company().strip());
            Set<CompanyId> companies = Arrays.stream(config.companies())
                    .flatMap(part -> Arrays.stream(part.split(",")))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(CompanyId::new)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            companies.add(company);
            return new Values(
                    company,
                    companies,
                    roles(config.roles()),
                    config.redirect_uri().strip(),
                    config.address().strip(),
                    ShellSettings.language(config.language().strip()));
        }

        private static Map<String, Set<Role>> roles(String[] lines) {
            Map<String, Set<Role>> roles = new HashMap<>();
            for (String line : lines) {
                for (String part : line.split(",")) {
                    if (!part.isBlank()) {
                        add(roles, part.strip());
                    }
                }
            }
            return roles;
        }

        private static void add(Map<String, Set<Role>> roles, String part) {
            String[] sides = part.split("=", 2);
            if (sides.length < 2) {
                throw new IllegalArgumentException("roles has '" + part + "': write karafrole=viewer+bookkeeper");
            }
            Set<Role> mapped = EnumSet.noneOf(Role.class);
            for (String name : sides[1].split("\\+")) {
                mapped.add(role(name.strip()));
            }
            roles.put(sides[0].strip(), mapped);
        }

        private static Role role(String name) {
            for (Role role : EnumSet.of(Role.VIEWER, Role.BOOKKEEPER, Role.ADMINISTRATOR)) {
                if (role.name().equals(name.toUpperCase(Locale.ROOT))) {
                    return role;
                }
            }
            throw new IllegalArgumentException(
                    "roles has '" + name + "': there are viewer, bookkeeper and administrator");
        }
    }
}
