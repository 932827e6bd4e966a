-- Which file a payment of ours was sent in: two files may call a batch of theirs the same.
ALTER TABLE announced ADD COLUMN file_id varchar(35);
ALTER TABLE executed ADD COLUMN file_id varchar(35);
