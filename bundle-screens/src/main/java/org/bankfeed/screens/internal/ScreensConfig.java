package org.bankfeed.screens.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Bankfeed screens")
@interface ScreensConfig {
    String PID = "org.bankfeed.screens";

    @AttributeDefinition(
            name = "Public address",
            description = "Where browsers find these pages, a reverse proxy included; the provider sends people back to"
                    + " <public address>/connect/return, which must be registered there.")
    String public_url() default "http://localhost:8181/bankfeed";

    @AttributeDefinition(
            name = "Session minutes",
            description = "So long somebody may do nothing until he has to sign in again.",
            min = "1",
            max = "1440")
    int session_minutes() default 30;

    @AttributeDefinition(
            name = "Trusted proxies",
            description =
                    "Addresses or networks (10.0.0.0/8) of the proxies before these pages, separated by commas: only"
                            + " they are believed when they tell a visitor's address. Empty for none.")
    String[] proxies() default {};

    @AttributeDefinition(
            name = "Proxy header",
            description = "In which those proxies tell it: X-Forwarded-For, or Forwarded.")
    String proxy_header() default "X-Forwarded-For";

    @AttributeDefinition(
            name = "Office address",
            description =
                    "Under which the internet sees your own network, if people work from inside it: the address of"
                            + " whoever comes with a private one. Empty: they cannot have the banks asked.")
    String office_address() default "";
}
