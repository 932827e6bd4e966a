package org.bankfeed.ledger.internal.pain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A payment file as a bank program writes it. */
public final class PainFile {

    public static final String OURS = "BE68539007547034";

    private final String message;
    private final List<String> payments = new ArrayList<>();
    private String version = "pain.001.001.03";
    private String booked = "<BtchBookg>true</BtchBookg>";
    private String account = OURS;
    private String number = "";

    public PainFile(String message) {
        this.message = message;
    }

    public PainFile version(String name) {
        version = name;
        return this;
    }

    /** The bank is asked for a line for each payment, or is not asked for either. */
    public PainFile booked(String element) {
        booked = element;
        return this;
    }

    public PainFile account(String iban) {
        account = iban;
        return this;
    }

    /** Says another number of payments than there are. */
    public PainFile saying(int payments) {
        number = Integer.toString(payments);
        return this;
    }

    public PainFile pays(String endToEnd, String amount, String name, String iban, String remittance) {
        boolean transfer = transfers();
        String other = transfer ? "Cdtr" : "Dbtr";
        String instructed = "<InstdAmt Ccy=\"EUR\">" + amount + "</InstdAmt>";
        payments.add("<" + element() + "><PmtId><EndToEndId>" + endToEnd + "</EndToEndId></PmtId>"
                + (transfer
                        ? "<Amt>" + instructed + "</Amt>"
                        : instructed + "<DrctDbtTx><MndtRltdInf><MndtId>M-1</MndtId></MndtRltdInf></DrctDbtTx>")
                + "<" + other + "><Nm>" + name + "</Nm></" + other + ">"
                + "<" + other + "Acct><Id><IBAN>" + iban + "</IBAN></Id></" + other + "Acct>"
                + "<RmtInf>" + remittance + "</RmtInf></" + element() + ">");
        return this;
    }

    private boolean transfers() {
        return !version.startsWith("pain.008");
    }

    private String element() {
        return transfers() ? "CdtTrfTxInf" : "DrctDbtTxInf";
    }

    public String text() {
        String all = String.join("\n", payments);
        String count = number.isEmpty() ? Integer.toString(payments.size()) : number;
        String body = transfers() ? "CstmrCdtTrfInitn" : "CstmrDrctDbtInitn";
        String us = transfers() ? "Dbtr" : "Cdtr";
        String day = "2026-03-04";
        String asked = !transfers()
                ? "<ReqdColltnDt>" + day + "</ReqdColltnDt>"
                : version.endsWith("09")
                        ? "<ReqdExctnDt><Dt>" + day + "</Dt></ReqdExctnDt>"
                        : "<ReqdExctnDt>" + day + "</ReqdExctnDt>";
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:%s"><%s>
                <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-03-03T09:00:00</CreDtTm><NbOfTxs>%s</NbOfTxs>
                <InitgPty><Nm>Company</Nm></InitgPty></GrpHdr>
                <PmtInf><PmtInfId>%s-A</PmtInfId><PmtMtd>%s</PmtMtd>%s<NbOfTxs>%s</NbOfTxs>
                %s<%s><Nm>Company</Nm></%s><%sAcct><Id><IBAN>%s</IBAN></Id></%sAcct>
                %s
                </PmtInf></%s></Document>
                """.formatted(
                        version,
                        body,
                        message,
                        count,
                        message,
                        transfers() ? "TRF" : "DD",
                        booked,
                        count,
                        asked,
                        us,
                        us,
                        us,
                        account,
                        us,
                        all,
                        body);
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
