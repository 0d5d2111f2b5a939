// Which refusals of a photo another order, or another word for what it shows, may mend.
import type { RejectionCode } from '#schemas/core/codes.ts';

const mended: readonly RejectionCode[] = ['order-not-found', 'too-many-photos', 'not-permitted'];

export const isChangeable = (problem: string | undefined): boolean => mended.some((code) => code === problem);
