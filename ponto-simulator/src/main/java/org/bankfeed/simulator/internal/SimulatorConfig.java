package org.bankfeed.simulator.internal;

import org.bankfeed.simulator.SimulatorOptions;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the simulator in a container. */
@ObjectClassDefinition(
        name = "Ponto simulator",
        description = "Ponto Connect on loopback, for demonstrations and tests.")
@interface SimulatorConfig {

    String PID = "org.bankfeed.simulator";

    @AttributeDefinition(
            name = "Port",
            description = "Of the API on 127.0.0.1; 0 for a free one.",
            min = "0",
            max = "65535")
    int port() default 0;

    @AttributeDefinition(
            name = "Authorization port",
            description = "Of the pages for the user's browser on 127.0.0.1; 0 for a free one.",
            min = "0",
            max = "65535")
    int authorization_port() default 0;

    @AttributeDefinition(
            name = "Custom integration port",
            description = "Of the custom integration's API on 127.0.0.1; 0 for a free one.",
            min = "0",
            max = "65535")
    int custom_port() default 0;

    @AttributeDefinition(
            name = "State folder",
            description =
                    "For what survives a restart, and for client.json and the certificates; empty: in memory only.")
    String state() default "";

    @AttributeDefinition(
            name = "History folder",
            description = "The folder with the history.jsonl to play; empty: the built-in company.")
    String history() default "";

    @AttributeDefinition(
            name = "History folder of another organization",
            description = "What the user may choose instead of the first; empty: nothing.")
    String other_history() default "";

    @AttributeDefinition(
            name = "Redirect URIs",
            description = "Where the authorization page may send the browser back.")
    String[] redirect_uris() default {SimulatorOptions.DEFAULT_REDIRECT_URI};

    @AttributeDefinition(
            name = "Faults",
            description = "What goes wrong how often, such as lostResponse=0.01,lateLine=0.1; rough; or none.")
    String faults() default "none";

    @AttributeDefinition(name = "Seed", description = "Of the faults' dice.")
    long seed() default 0;

    @AttributeDefinition(name = "Live", description = "Refuse POST, PATCH and DELETE without HTTP signature.")
    boolean live() default false;

    @AttributeDefinition(
            name = "Sandbox",
            description = "Let an account be synchronized again after ten seconds, not after five minutes.")
    boolean sandbox() default false;

    @AttributeDefinition(name = "Webhook address", description = "Where events are delivered; empty: nowhere.")
    String webhook_url() default "";
}
