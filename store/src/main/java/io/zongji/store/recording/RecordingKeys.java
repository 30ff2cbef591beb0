package io.zongji.store.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret keys of a Java keystore with which recordings are sealed. New files are sealed with one of them; the others stay
 * there for the files that name them. Thread-safe.
 */
public final class RecordingKeys {
    private static final String MAC = "HmacSHA256";
    private static final String PURPOSE = "zongji recording 1";

    private final KeyStore store;
    private final char[] password;
    private final String current;

    private RecordingKeys(KeyStore store, char[] password, String current) {
        this.store = store;
        this.password = password;
        this.current = current;
    }

    /**
     * Opens a keystore, for example one made by {@code keytool -genseckey -keyalg AES -keysize 256}.
     *
     * @param file     PKCS #12 or any other kind that Java reads
     * @param password of the keystore and its keys
     * @param current  the alias of the key for new files
     * @throws IOException if the file cannot be read, the password is wrong, or there is no such key
     */
    public static RecordingKeys open(Path file, char[] password, String current) throws IOException {
        try {
            RecordingKeys keys = new RecordingKeys(
                    KeyStore.getInstance(file.toFile(), password),
                    password.clone(),
                    Objects.requireNonNull(current, "current"));
            keys.fileKey(current, new byte[0]);
            return keys;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("The keystore of recordings " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    String current() {
        return current;
    }

    /** The key of one file only: what it is derived from is never used itself, so no two files share a key and a nonce. */
    SecretKeySpec fileKey(String alias, byte[] salt) throws IOException {
        try {
            Key master = store.getKey(alias, password);
            if (master == null || master.getEncoded() == null || master.getEncoded().length < 16) {
                throw new InvalidKeyException("no secret key of 128 bits or more is named " + alias);
            }
            return new SecretKeySpec(derive(master.getEncoded(), salt), "AES");
        } catch (GeneralSecurityException e) {
            throw new IOException("The key of a recording cannot be had: " + e.getMessage(), e);
        }
    }

    /** HKDF with SHA-256 (RFC 5869) for 32 bytes, which is one block. */
    private static byte[] derive(byte[] master, byte[] salt) throws NoSuchAlgorithmException, InvalidKeyException {
        Mac extract = Mac.getInstance(MAC);
        extract.init(new SecretKeySpec(salt.length == 0 ? new byte[32] : salt, MAC));
        Mac expand = Mac.getInstance(MAC);
        expand.init(new SecretKeySpec(extract.doFinal(master), MAC));
        expand.update(PURPOSE.getBytes(StandardCharsets.US_ASCII));
        return expand.doFinal(new byte[] {1});
    }
}
