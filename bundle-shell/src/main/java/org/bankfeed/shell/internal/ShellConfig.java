package org.bankfeed.shell.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Bankfeed shell and sign-in")
@interface ShellConfig {
    String PID = "org.bankfeed.shell";

    @AttributeDefinition(name = "Company", description = "The company that a command means without --company.")
    String company() default "Company";

    @AttributeDefinition(
            name = "Companies",
            description = "Those that Karaf's users may act for, separated by commas; empty for the company alone.")
    String[] companies() default {};

    @AttributeDefinition(
            name = "Roles",
            description = "What Karaf's roles may do: role = viewer, bookkeeper or administrator, several joined by +.")
    String[] roles() default {
        "admin=viewer+bookkeeper+administrator", "bookkeeper=viewer+bookkeeper", "manager=viewer", "viewer=viewer"
    };

    @AttributeDefinition(
            name = "Redirect address",
            description = "Where the provider sends a person back to, as it is registered there; for bank:connect.")
    String redirect_uri() default "http://localhost:8181/bankfeed/connect/return";

    @AttributeDefinition(
            name = "Address",
            description =
                    "The public internet address of whoever sits at this shell, for bank:sync --now; empty if he says"
                            + " it each time.")
    String address() default "";

    @AttributeDefinition(
            name = "Language",
            description =
                    "In which language reasons, notices and refusals are said: en, nl, fr, de. For reasons, --language: another.")
    String language() default "en";
}
