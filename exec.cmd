@rem For Windows, whose shell has no exec: the scripts of package.json begin with it, so that signals sent to npm arrive.
@%*
