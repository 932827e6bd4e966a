package org.bankfeed.store.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "Bankfeed database",
        description = "Where Bankfeed keeps what it knows. Without any value: an H2 database in a folder of its own.")
@interface StoreConfig {
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
}
