-- Of a line whose booking was taken back: the day of the counter-entry, if the booking's own period was closed.
ALTER TABLE line ADD COLUMN counter_entry date;
