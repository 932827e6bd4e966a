package org.bankfeed.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bankfeed.simulator.internal.bank.BankLine;
import org.bankfeed.simulator.internal.control.ControlRoom;

/** Watches and disturbs a simulated world, as its control page does. Safe for use by many threads. */
public final class Control {

    private final ControlRoom room;

    Control(ControlRoom room) {
        this.room = room;
    }

    /**
     * Makes something happen now, as {@code POST /control/api/{action}} does.
     *
     * @param action its name; the README lists all
     * @param parameters by name, such as {@code account}
     * @throws IllegalArgumentException in one sentence if there is no such action, or a parameter is wrong
     */
    public void act(String action, Map<String, String> parameters) {
        room.act(action, parameters);
    }

    /** How the world stands, as {@code GET /control/api} gives it: JSON. */
    public String state() {
        return room.state().toString();
    }

    /** The same for programs that compare; it costs less. */
    public Truth truth() {
        return room.truth();
    }

    /** The id under which a bank first told a line, whatever it is called now; the id itself if it is not known. */
    public String origin(String line) {
        return room.origin(line);
    }

    /**
     * Whether something was asked with the access token that was given for a code or a refresh token last. Whoever keeps
     * the refresh token that came with it only then would lose the link if he died in between.
     */
    public boolean newestTokenIsUsed() {
        return room.newestTokenIsUsed();
    }

    /** How often each fault has happened; those that have not are left out. */
    public Map<Fault, Integer> happened() {
        return room.happened();
    }

    /**
     * Delivers the webhooks that are due, in this thread, where they are delivered on call ({@link
     * SimulatorOptions.Webhooks}); elsewhere nothing.
     */
    public void deliver() {
        room.deliver();
    }

    /** What the fault plan and people did to the world, oldest first: a moment and words. */
    public List<String> log() {
        return room.log();
    }

    /** Lets happen what is due by the clock; otherwise it waits for the next call. */
    public void settle() {
        room.settle();
    }

    /** The lines of every linked account as the banks have told them, each once, whatever ids it had. */
    public List<BookedLine> booked() {
        List<BookedLine> booked = new ArrayList<>();
        room.booked().forEach((account, lines) -> lines.forEach(line -> booked.add(booked(account.reference(), line))));
        return booked;
    }

    private static BookedLine booked(String account, BankLine line) {
        return new BookedLine(
                line.id(),
                account,
                line.executionDate(),
                line.amount(),
                line.currency(),
                line.texts().get("counterpartReference"),
                line.texts().get("remittanceInformation"),
                line.texts().get("description"));
    }
}
