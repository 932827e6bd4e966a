package org.bankfeed.rehearsal.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What is rehearsed, and where. */
@ObjectClassDefinition(
        name = "Bankfeed rehearsal",
        description = "For demo and tests: plays a company's life through the whole chain.")
@interface RehearsalConfig {

    String PID = "org.bankfeed.rehearsal";

    @AttributeDefinition(
            name = "History folder",
            description = "Plays the history.jsonl in it day by day, on a clock of its own, and writes the answers"
                    + " beside it; empty: shows the built-in company as it stands today.")
    String history() default "";

    @AttributeDefinition(name = "Folder", description = "For the simulator's state and for what came of the rehearsal.")
    String folder();

    @AttributeDefinition(name = "Company", description = "Whose books are played on.")
    String company() default "Company";

    @AttributeDefinition(
            name = "Port",
            description = "Of the simulator's authorization pages on 127.0.0.1; 0 for a free one.",
            min = "0",
            max = "65535")
    int port() default 0;

    @AttributeDefinition(
            name = "Redirect address",
            description = "Where the simulator's pages send the browser back to: the application's own.")
    String redirect_uri() default "http://localhost:8181/bankfeed/connect/return";

    @AttributeDefinition(
            name = "Webhook address",
            description = "Where the simulator tells of what changed: the application's webhook door; empty: nowhere.")
    String webhook_url() default "";

    @AttributeDefinition(
            name = "Link",
            description = "Links the built-in company's bank accounts by itself; else that is left to a person.")
    boolean link() default true;

    @AttributeDefinition(
            name = "Parent process",
            description = "When the process of this id ends, the container stops too; 0 for none.")
    long parent() default 0;
}
