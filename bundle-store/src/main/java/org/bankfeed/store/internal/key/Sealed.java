package org.bankfeed.store.internal.key;

/** An encrypted value as it lies in its row. */
public final class Sealed {

    private final String keyId;
    private final byte[] nonce;
    private final byte[] value;

    /** @param keyId the key that sealed it */
    public Sealed(String keyId, byte[] nonce, byte[] value) {
        this.keyId = keyId;
        this.nonce = nonce;
        this.value = value;
    }

    public String keyId() {
        return keyId;
    }

    public byte[] nonce() {
        return nonce;
    }

    public byte[] value() {
        return value;
    }
}
