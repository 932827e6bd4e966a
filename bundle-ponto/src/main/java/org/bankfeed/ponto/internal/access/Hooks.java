package org.bankfeed.ponto.internal.access;

import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook must say to be believed.
 *
 * @param applicationId whom it must be meant for; {@code null} if none is configured
 * @param issuer who must have made it
 * @param keys where the keys of signatures are published
 * @param tolerance by how much two clocks may differ
 * @param largestBody in octets
 * @param keysLifetime how long the published keys are kept
 */
public record Hooks(
        @Nullable String applicationId,
        String issuer,
        HttpUrl keys,
        Duration tolerance,
        int largestBody,
        Duration keysLifetime) {}
