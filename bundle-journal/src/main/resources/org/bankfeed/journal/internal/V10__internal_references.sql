-- The bank's own id of an account, as its feed last told it: it tells apart accounts whose number is not theirs alone.
ALTER TABLE account ADD COLUMN internal_reference varchar(200);
