-- Parts of a document that are held back by contract or law: a line each of kind, amount in minor units, and due day.
ALTER TABLE item ADD COLUMN retentions varchar(1000);
