"""Single sign-on: other services let people sign in with their account here (OpenID Connect)."""
