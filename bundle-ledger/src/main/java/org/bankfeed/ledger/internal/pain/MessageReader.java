package org.bankfeed.ledger.internal.pain;

import java.io.ByteArrayInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bankfeed.invoice.InvoiceEntry.Refused;
import org.bankfeed.invoice.PaymentFile;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Text;
import org.bankfeed.words.Sentence;

/**
 * Reads a payment file from its beginning to its end, a payment at a time. Nothing outside the file is ever looked at: a
 * document type, which alone could name something else, is refused.
 */
public final class MessageReader {

    /** So many payments a file has at most. */
    public static final int MOST_PAYMENTS = 10_000;

    private static final Pattern NAMESPACE =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:(\\w+\\.\\d+\\.\\d+\\.\\d+)");
    private static final int DEEPEST = 30;

    /** So many elements a payment has at most: one with all that the standard allows has fewer. */
    private static final int MOST_NODES = 2_000;

    private final XMLStreamReader xml;
    private int nodes;

    private MessageReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * What a file says.
     *
     * @throws Refused if it is no payment file that is read here, or not as the standard asks
     */
    public static Message read(byte[] file) throws Refused {
        // the JDK's own, whatever else is installed, so that what is switched off here is off
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            return new MessageReader(xml).message();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw Node.refused(line, RefusalCode.FILE_NO_XML);
        }
    }

    private Message message() throws XMLStreamException, Refused {
        root();
        PaymentFile.Kind kind = kind();
        String message = kind == PaymentFile.Kind.CREDIT_TRANSFERS ? "CstmrCdtTrfInitn" : "CstmrDrctDbtInitn";
        if (!begins() || !xml.getLocalName().equals(message)) {
            throw refused(RefusalCode.FILE_WITHOUT_MESSAGE, new Name(message));
        }
        Instructions instructions = null;
        while (begins()) {
            String name = xml.getLocalName();
            if (name.equals("GrpHdr")) {
                instructions = new Instructions(kind, node());
            } else if (name.equals("PmtInf")) {
                if (instructions == null) {
                    throw refused(RefusalCode.FILE_OUT_OF_ORDER);
                }
                payments(instructions);
            } else {
                node();
            }
        }
        toTheEnd();
        if (instructions == null) {
            throw new Node(message, 1).missing("GrpHdr");
        }
        return instructions.message();
    }

    private void root() throws XMLStreamException, Refused {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw refused(RefusalCode.FILE_HAS_DOCTYPE);
            }
        }
    }

    private PaymentFile.Kind kind() throws Refused {
        String namespace = xml.getNamespaceURI();
        Matcher form = NAMESPACE.matcher(namespace == null ? "" : namespace);
        boolean document = xml.getLocalName().equals("Document") && form.matches();
        if (!document) {
            throw new Refused(Sentence.of(RefusalCode.NO_PAYMENT_FILE, new Text(xml.getLocalName())));
        }
        return switch (form.group(1)) {
            case "pain.001.001.03", "pain.001.001.09" -> PaymentFile.Kind.CREDIT_TRANSFERS;
            case "pain.008.001.02", "pain.008.001.08" -> PaymentFile.Kind.DIRECT_DEBITS;
            default -> throw new Refused(Sentence.of(RefusalCode.OTHER_MESSAGE, new Text(form.group(1))));
        };
    }

    /** A payment information: what holds for all of its payments stands before them. */
    private void payments(Instructions instructions) throws XMLStreamException, Refused {
        Node says = new Node("PmtInf", xml.getLocation().getLineNumber());
        Instructions.Part part = null;
        while (begins()) {
            Node next = node();
            if (next.name.equals("CdtTrfTxInf") || next.name.equals("DrctDbtTxInf")) {
                part = part == null ? instructions.begin(says) : part;
                instructions.take(part, next);
            } else {
                keep(says, next);
            }
        }
        instructions.end(part == null ? instructions.begin(says) : part);
    }

    private Refused refused(RefusalCode code, Argument... about) {
        return Node.refused(xml.getLocation().getLineNumber(), code, about);
    }

    /** Goes on to the next element inside the one at hand; false at its end. */
    private boolean begins() throws XMLStreamException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    private void toTheEnd() throws XMLStreamException {
        while (xml.hasNext()) {
            xml.next();
        }
    }

    /** The element at hand with all that is in it. */
    private Node node() throws XMLStreamException, Refused {
        nodes = 0;
        return node(0);
    }

    private Node node(int depth) throws XMLStreamException, Refused {
        Node node = new Node(xml.getLocalName(), xml.getLocation().getLineNumber());
        if (depth > DEEPEST || ++nodes > MOST_NODES) {
            throw tooMuch(node.line);
        }
        node.currency = xml.getAttributeValue(null, "Ccy");
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                node.children.add(node(depth + 1));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                return node;
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                node.text.append(xml.getText());
            }
        }
    }

    private static void keep(Node says, Node next) throws Refused {
        if (says.children.size() > MOST_NODES) {
            throw tooMuch(next.line);
        }
        says.children.add(next);
    }

    private static Refused tooMuch(int line) {
        return Node.refused(line, RefusalCode.FILE_TOO_DEEP);
    }
}
