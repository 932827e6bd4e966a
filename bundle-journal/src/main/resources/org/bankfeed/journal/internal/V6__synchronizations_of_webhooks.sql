-- Which synchronization a webhook tells of: the lines that it changed are read by its id.
ALTER TABLE event ADD COLUMN synchronization varchar(200);
