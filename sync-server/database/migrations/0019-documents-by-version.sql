-- Whether a record is in use is asked of what was written since it was created, not of every order there ever was.
create index documents_by_version on documents (company_id, version) where collection <> 'commands';
