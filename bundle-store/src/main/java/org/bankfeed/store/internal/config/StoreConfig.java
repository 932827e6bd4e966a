package org.bankfeed.store.internal.config;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "Bankfeed database",
        description = "Where Bankfeed keeps what it knows. Without any value: an H2 database in a folder of its own.")
public @interface StoreConfig {
    String PID = "org.bankfeed.store";

    @AttributeDefinition(
            name = "Database",
            description = "JDBC URL, such as jdbc:postgresql://db.example/bankfeed; empty for H2 in the folder.")
    String url() default "";

    @AttributeDefinition(
            name = "Folder",
            description = "Holds the H2 database and the master key; empty for bankfeed in Karaf's base folder.")
    String folder() default "";

    @AttributeDefinition(name = "Database user")
    String user() default "";

    @AttributeDefinition(
            name = "Password file",
            description = "A file whose first line is the database password; empty for none.")
    String password_file() default "";

    @AttributeDefinition(
            name = "Connections",
            description = "At most so many for each stage (journal, matching, …).",
            min = "2",
            max = "200")
    String pool_size() default "8";

    @AttributeDefinition(
            name = "Master key file",
            description = "Encrypts the secrets; made at first start; empty for master.key in the folder. The"
                    + " environment variable BANKFEED_MASTER_KEY (base64 of 32 bytes) goes before it.")
    String key_file() default "";

    @AttributeDefinition(
            name = "Former master key file",
            description =
                    "Opens what it encrypted until bank:key-rotate has run; empty for none. The environment variable"
                            + " BANKFEED_MASTER_KEY_FORMER goes before it.")
    String key_file_former() default "";

    @AttributeDefinition(
            name = "Keystore",
            description = "A PKCS12 or JCEKS keystore with the master key, in place of a file; empty for none.")
    String key_store() default "";

    @AttributeDefinition(name = "Alias", description = "The master key's name in the keystore.")
    String key_store_alias() default "";

    @AttributeDefinition(name = "Former alias", description = "The former master key's name in the keystore, if any.")
    String key_store_alias_former() default "";

    @AttributeDefinition(
            name = "Keystore's password file",
            description = "A file whose first line is the password of the keystore and of its keys.")
    String key_store_password_file() default "";
}
