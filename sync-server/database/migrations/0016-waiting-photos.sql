-- Every minute it is asked which photos wait for their bytes; they are few among all documents.
create index documents_waiting_photos on documents (company_id, id)
  where collection = 'photos' and body ->> 'state' = 'waiting';
