package org.bankfeed.screens.internal.webhook;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Bankfeed webhook door")
@interface WebhookConfig {
    String PID = "org.bankfeed.screens.webhooks";

    @AttributeDefinition(
            name = "Body limit",
            description = "KiB; a larger webhook is refused without being read.",
            min = "1",
            max = "10240")
    int body_limit() default 256;
}
