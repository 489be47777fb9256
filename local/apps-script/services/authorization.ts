import { enumeration } from '../enumeration';

/** ScriptApp.AuthMode, also in the events that a function receives. */
export const AUTH_MODE = enumeration('NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL');

/** ScriptApp.AuthorizationStatus. */
export const AUTHORIZATION_STATUS = enumeration('REQUIRED', 'NOT_REQUIRED');
