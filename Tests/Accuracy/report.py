"""The figures as text, as the table of Docs/Accuracy.md and as one JSON document."""
import measure
import truth as known

NAMES = {'all': 'all', 'lan': 'one link', 'links': 'several links', 'routed': 'routed, raw, cooked'}
HEADS = ('place', 'method', 'right', 'false', 'unproven', 'precision', 'found', 'pairs', 'recall', 'machines', 'state')
# 0.57 * 1000 is a little less than 570.
ROUNDING = 1e-6
OURS = (*known.CLASSES, 'unknown', measure.NO_HOST)


def figure(value):
    """Three decimals, cut, so that 1.000 means all of them."""
    return '–' if value is None else f'{int(value * 1000 + ROUNDING) / 1000:.3f}'


def methods(measurement):
    return list(dict.fromkeys(method for method, _ in measurement.scores))


def rows(measurement, places):
    """The cells of the table of figures, as text."""
    for place in places:
        for method in methods(measurement):
            score = measurement.score(method, place)
            yield (NAMES.get(place, place), method, str(score.merged), str(score.false), str(score.unproven),
                   figure(score.precision), str(score.found), str(score.pairs), figure(score.recall),
                   str(score.units()), figure(score.accuracy()))


def matrix(score):
    """(truth's class, machines, share of right ones, machines by our class), as text."""
    for each in known.CLASSES:
        counts = [str(score.states.get((each, ours), 0)) for ours in OURS]
        yield (each, str(score.units(each)), figure(score.accuracy(each)), *counts)


def aligned(lines):
    lines = list(lines)
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return '\n'.join('  '.join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines)


def piped(lines):
    head, *body = lines
    rule = ['---' if head[column] in ('place', 'method', 'truth') else '--:' for column in range(len(head))]
    return '\n'.join('| ' + ' | '.join(line) + ' |' for line in (head, rule, *body))


def undecided(score):
    units = score.units()
    return (f'{units} machines: {figure(measure.share(score.provisional, units))} of the states are provisional, '
            f'{score.unknown} are left unknown; {score.remote} machines behind a router have no host')


def by_cause(measurement, misses):
    """The explained misses, most frequent cause first."""
    counts = {}
    for capture, kind, what, _ in measurement.misses:
        line = misses.line(capture, kind, what)
        if line.get('right'):
            key = (line['cause'], kind, line['right'], capture)
            counts[key] = counts.get(key, 0) + 1
    yield 'explained', 'cause', 'kind', 'right', 'capture'
    for key, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        yield str(count), *key


def text(measurement, misses, with_captures):
    ours = measurement.score('v6audit')
    captures = [each for each in measurement.vantages
                if measurement.score('v6audit', each).pairs or measurement.score('v6audit', each).states]
    places = ('all', *known.VANTAGES, *(captures if with_captures else ()))
    listed = ['\n'.join(f'{capture}: {kind}: {what}: {why}' for capture, kind, what, why in sorted(measurement.misses))]
    head = ('truth', 'machines', 'right', *OURS)
    return '\n\n'.join((
        aligned((HEADS, *rows(measurement, places))), aligned((head, *matrix(ours))),
        f'{len(measurement.vantages)} captures, {len(captures)} with machines that are known for certain, '
        f'{len(measurement.unread)} unreadable; {undecided(ours)}',
        aligned(by_cause(measurement, misses)), *(listed if with_captures else ())))


def markdown(measurement):
    ours = measurement.score('v6audit')
    head = ('truth', 'machines', 'right', *OURS)
    return '\n\n'.join((piped((HEADS, *rows(measurement, ('all', *known.VANTAGES)))), piped((head, *matrix(ours))),
                        f'{len(measurement.vantages)} captures; {undecided(ours)}.'))


def figures(score):
    return {
        'pairs': {'mergedRight': score.merged, 'mergedFalse': score.false, 'mergedUnproven': score.unproven,
                  'found': score.found, 'true': score.pairs, 'precision': score.precision, 'recall': score.recall},
        'states': {'machines': score.units(), 'unknown': score.unknown, 'provisional': score.provisional,
                   'behindRouter': score.remote, 'accuracy': score.accuracy(),
                   'byClass': {each: score.accuracy(each) for each in known.CLASSES},
                   'matrix': [{'truth': key[0], 'ours': key[1], 'machines': count}
                              for key, count in sorted(score.states.items())]}}


def document(measurement, misses, new, stale, failed):
    places = ('all', *known.VANTAGES, *measurement.vantages)
    return {
        'vantages': measurement.vantages, 'unreadable': measurement.unread,
        'figures': {place: {method: figures(measurement.score(method, place)) for method in methods(measurement)}
                    for place in places},
        'misses': [{**misses.line(*miss[:3]), **dict(zip(('capture', 'kind', 'what', 'detail'), miss))}
                   for miss in sorted(measurement.misses)],
        'unexplained': new, 'stale': stale, 'failedGoals': failed}
