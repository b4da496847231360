"""For trying: each learner a process of this machine under a number of its own, without an account. No limits: a class needs more."""

import os
from pathlib import Path

from jupyterhub.spawner import SimpleLocalProcessSpawner
from traitlets import Integer, Unicode


class NumberedProcessSpawner(SimpleLocalProcessSpawner):
    """The first learner runs as user number `first_number`, the next as the one after it; who is which is kept in `homes`."""

    homes = Unicode("/srv/convlab-trial", config=True, help="Where the learners' folders lie.")
    first_number = Integer(20001, config=True, help="The number of the first learner. None of them may be somebody's.")

    @property
    def home(self):
        return Path(self.homes) / self.user.name

    @property
    def number(self):
        return self.home.stat().st_uid

    def make_home(self):
        """The learner's folder, which nobody else can enter."""
        if not Path(self.homes).exists():
            Path(self.homes).mkdir(parents=True)
            # Not by mkdir's mode, of which the umask takes away.
            Path(self.homes).chmod(0o711)
        if self.home.exists():
            return
        taken = [path.stat().st_uid for path in Path(self.homes).iterdir()]
        number = max([self.first_number - 1, *taken]) + 1
        fresh = self.home.with_name(f".{self.user.name}.new")
        fresh.mkdir(mode=0o700, exist_ok=True)
        os.chown(fresh, number, number)
        fresh.rename(self.home)

    def make_preexec_fn(self, name):
        number, home = self.number, str(self.home)

        def become_the_learner():
            os.setgroups([])
            os.setgid(number)
            os.setuid(number)
            os.umask(0o077)
            os.chdir(home)

        return become_the_learner

    def user_env(self, env):
        return {**env, "USER": self.user.name, "HOME": str(self.home), "SHELL": "/bin/sh"}
