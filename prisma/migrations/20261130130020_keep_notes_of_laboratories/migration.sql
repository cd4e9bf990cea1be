-- AlterTable
ALTER TABLE "result" ADD COLUMN     "notes" TEXT;

alter table result add constraint result_notes_length check (char_length(notes) between 1 and 20000);
