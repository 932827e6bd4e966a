package org.bankfeed.simulator.internal.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.bankfeed.simulator.Fault;

/**
 * Values that are allowed and seldom expected. A resource is odd for ever or never: what it is follows from its id. Day,
 * amount, counterparty's account and remittance text stay as they are.
 */
public final class OddValues implements UnaryOperator<ObjectNode> {

    private final Dice dice;

    public OddValues(Dice dice) {
        this.dice = dice;
    }

    @Override
    public ObjectNode apply(ObjectNode resource) {
        String id = resource.path("id").asText();
        if (dice.isOdd(Fault.ODD_VALUES, id) && resource.get("attributes") instanceof ObjectNode attributes) {
            distort(attributes, dice.seeded("odd " + id));
        }
        return resource;
    }

    private static void distort(ObjectNode attributes, SplittableRandom random) {
        attributes
                .putObject("newAttribute")
                .put("of", "tomorrow")
                .putArray("list")
                .add(1);
        if (attributes.has("holderName")) {
            account(attributes, random);
        }
        if (attributes.has("executionDate")) {
            line(attributes, random);
        }
    }

    private static void account(ObjectNode attributes, SplittableRandom random) {
        switch (random.nextInt(3)) {
            case 0 -> attributes.putNull("holderName");
            case 1 -> attributes.put("subtype", "wallet of tomorrow");
            default -> attributes.putNull("product").putNull("description");
        }
    }

    private static void line(ObjectNode attributes, SplittableRandom random) {
        switch (random.nextInt(8)) {
            case 0 -> attributes.putNull("description");
            case 1 ->
                attributes.put(
                        "description",
                        "Naam: Q & Zn<br>Omschrijving: <b>factuur</b><br>IBAN: NL91ABNA0417164300<br>Datum: 01-02-2026");
            case 2 -> attributes.putNull("valueDate");
            case 3 -> attributes.remove("createdAt");
            case 4 -> withTimeOfDay(attributes);
            case 5 ->
                attributes.put(
                        "amount", attributes.path("amount").decimalValue().setScale(2)); // 59.00
            case 6 -> attributes.putNull("remittanceInformationType").putNull("endToEndId");
            default -> attributes.putNull("counterpartName").putNull("bankTransactionCode");
        }
    }

    /** Half a day on from midnight, in whatever zone it is written, is the same day. */
    private static void withTimeOfDay(ObjectNode attributes) {
        Instant midnight = Instant.parse(attributes.path("executionDate").asText());
        attributes.put("executionDate", midnight.plus(Duration.ofMinutes(750)).toString());
    }
}
