// The words of the ratings.
import type { RatingStrings } from './strings.ts';

export default {
  title: 'Ratings',
  search: 'Comment, number, plate, phone, name',
  stars: 'Stars',
  starCount: (count: number) => `${count} ${count === 1 ? 'star' : 'stars'}`,
  driver: 'Driver',
  outlet: 'Outlet',
  rated: 'Rated',
  withComment: 'Only with a comment',
  column: {
    stars: 'Rating',
    comment: 'Comment',
    at: 'Rated',
    number: 'Number',
    driver: 'Vehicle / driver',
    contact: 'Person',
  },
  average: (average: string, count: number) => `${average} stars on average, ${count} ratings`,
  emptyTitle: 'No ratings yet',
  emptyHint: 'Send a message with a link when an order is completed: what the person answers comes here.',
  openOrder: 'Open order',
  next: 'Next',
} satisfies RatingStrings;
