-- Who said of a line whose amount the bank changed that he has settled it; until then it is noticed.
ALTER TABLE changed_amount ADD COLUMN settled_by varchar(200);
ALTER TABLE changed_amount ADD COLUMN settled_at timestamp with time zone;
