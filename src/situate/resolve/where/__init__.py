"""Where claims were: toponyms, relations and local places of one report, ranked and explained."""
