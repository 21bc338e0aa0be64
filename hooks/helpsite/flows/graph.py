"""The bare graph of a chart: who leads where. Every walk is a loop, so that no chart is too long for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helpsite.ground.yamlfile import Loc


@dataclass(frozen=True)
class Edge:
    """An answer that leads ``to`` a node; ``back`` says that it is a way back. ``loc`` is its place in the file."""

    to: str
    back: bool = False
    loc: Loc = ()


@dataclass(frozen=True)
class Graph:
    """Node to the edges of its answers, in the author's order; a node without edges is an outcome."""

    start: str
    edges: Mapping[str, tuple[Edge, ...]]

    def onward(self, node: str) -> list[str]:
        """The known nodes that ``node`` leads on to, each once, in the author's order."""
        found = dict.fromkeys(edge.to for edge in self.edges[node] if not edge.back)
        return [name for name in found if name in self.edges]

    def reachable(self, node: str) -> set[str]:
        """``node`` and everything it leads on to."""
        if node not in self.edges:
            return set()
        seen, open_ends = {node}, [node]
        while open_ends:
            for other in self.onward(open_ends.pop()):
                if other not in seen:
                    seen.add(other)
                    open_ends.append(other)
        return seen

    def closing(self) -> list[tuple[str, Edge]]:
        """The edges (with their source) that close a loop although they are not marked as a way back."""
        found: list[tuple[str, Edge]] = []
        done: set[str] = set()
        for root in [self.start, *self.edges]:
            if root in self.edges and root not in done:
                found += self._closing_from(root, done)
        return found

    def _closing_from(self, root: str, done: set[str]) -> Iterator[tuple[str, Edge]]:
        path = {root}
        stack = [(root, iter(self.edges[root]))]
        while stack:
            node, edges = stack[-1]
            edge = next(edges, None)
            if edge is None:
                done.add(node)
                path.discard(node)
                stack.pop()
            elif edge.back or edge.to not in self.edges:
                continue
            elif edge.to in path:
                yield node, edge
            elif edge.to not in done:
                path.add(edge.to)
                stack.append((edge.to, iter(self.edges[edge.to])))

    def order(self) -> list[str]:
        """The nodes reachable from the start, each before all it leads on to, else in the author's order.

        Reverse postorder of a depth-first walk. The graph must be free of unmarked loops.
        """
        post: list[str] = []
        seen = {self.start}
        stack = [(self.start, iter(reversed(self.onward(self.start))))]
        while stack:
            node, others = stack[-1]
            other = next(others, None)
            if other is None:
                post.append(node)
                stack.pop()
            elif other not in seen:
                seen.add(other)
                stack.append((other, iter(reversed(self.onward(other)))))
        return post[::-1]

    def sources(self) -> dict[str, list[str]]:
        """Each reachable node with the nodes that lead on to it, in `order`."""
        found: dict[str, list[str]] = {node: [] for node in self.order()}
        for node in found:
            for other in self.onward(node):
                found[other].append(node)
        return found

    def dominators(self) -> dict[str, str]:
        """Each reachable node's immediate dominator: the last question that every way to it passes.

        Cooper, Harvey, Kennedy, "A Simple, Fast Dominance Algorithm" (2001); one pass, as there are no loops.
        """
        rank = {node: place for place, node in enumerate(self.order())}
        found = {self.start: self.start}
        for node, sources in self.sources().items():
            if node != self.start:
                meeting = sources[0]
                for source in sources[1:]:
                    meeting = _meet(meeting, source, found, rank)
                found[node] = meeting
        return found

    def longest(self) -> int:
        """The most answers that one can give without going back."""
        length = dict.fromkeys(self.order(), 0)
        for node in length:
            for other in self.onward(node):
                length[other] = max(length[other], length[node] + 1)
        return max(length.values())


def _meet(one: str, other: str, dominators: Mapping[str, str], rank: Mapping[str, int]) -> str:
    while one != other:
        if rank[one] > rank[other]:
            one = dominators[one]
        else:
            other = dominators[other]
    return one
