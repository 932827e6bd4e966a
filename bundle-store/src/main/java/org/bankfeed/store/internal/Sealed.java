package org.bankfeed.store.internal;

/** An encrypted value as it lies in its row. */
final class Sealed {

    private final String keyId;
    private final byte[] nonce;
    private final byte[] value;

    /** @param keyId the key that sealed it */
    Sealed(String keyId, byte[] nonce, byte[] value) {
        this.keyId = keyId;
        this.nonce = nonce;
        this.value = value;
    }

    String keyId() {
        return keyId;
    }

    byte[] nonce() {
        return nonce;
    }

    byte[] value() {
        return value;
    }
}
