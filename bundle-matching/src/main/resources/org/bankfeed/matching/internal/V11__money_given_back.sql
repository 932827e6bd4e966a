-- Of a line that settles nothing: the earlier line whose money goes back with it.
ALTER TABLE line ADD COLUMN gives_back varchar(300);
CREATE INDEX line_by_given_back ON line (company, gives_back);
