"""Builds the browser's third-party files when the package is installed. (Filled in below.)"""

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):
    def initialize(self, version, build_data):
        return None
