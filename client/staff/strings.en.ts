// Signing in, and the menu of who is signed in.
import type { StaffStrings } from './strings.ts';

export default {
  signIn: 'Sign in',
  signInHint: 'Dispatch for roadside rescue',
  username: 'User name',
  password: 'Password',
  company: 'Company',
  usernameMissing: 'Enter your user name',
  passwordMissing: 'Enter your password',
  kept: (name: string) => `What ${name} has not sent is kept on this device and goes out after signing in.`,
  needsNetwork: 'The first sign-in needs a connection to the server',
  account: 'Account',
  setup: 'Getting started',
  language: 'Language',
  theme: 'Theme',
  themeSystem: 'As the system',
  themeLight: 'Light',
  themeDark: 'Dark',
  density: 'Density',
  densityAuto: 'Automatic',
  densityDense: 'Dense',
  densityComfortable: 'Comfortable',
  signOut: 'Sign out',
  signOutTitle: 'Some things are not sent yet',
  signOutMessage: (count: number) =>
    `${count} things are not sent yet. They stay on this device and go out when you sign in here again.`,
  signOutAnyway: 'Sign out anyway',
} satisfies StaffStrings;
