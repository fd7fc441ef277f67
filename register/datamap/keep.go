package datamap

import "strconv"

// mostKept is how many single answers are kept, of about 400 bytes each.
const mostKept = 1 << 16

// key tells brief questions apart; "" for one of which no answers are kept.
func keyOf(question Question, f *Filter) string {
	if !f.Brief {
		return ""
	}
	key := make([]byte, 0, 128)
	key = strconv.AppendInt(append(key, question...), int64(f.AsOf), 10)
	for _, list := range [][]string{f.Data, f.Subjects, f.Purposes, f.Recipients, f.Activities, f.Roles, texts(f.Bases), texts(f.Countries), f.Systems} {
		for _, id := range list {
			key = append(append(strconv.AppendInt(key, int64(len(id)), 10), ' '), id...)
		}
		key = append(key, ';')
	}
	for _, yes := range []bool{f.Direct, f.StatedOnly, f.Planned} {
		key = strconv.AppendBool(key, yes)
	}
	return string(append(append(append(key, f.OutsideEEA.String()...), ';'), f.OwnPurposes.String()...))
}

// answers returns what was answered to a question before, or nil.
func (k *keeper) answers(key string) *Answers {
	if key == "" {
		return nil
	}
	k.asked.RLock()
	defer k.asked.RUnlock()
	return k.known[key]
}

// keep keeps answers. When they are too many, all others are dropped.
func (k *keeper) keep(key string, a *Answers) {
	if key == "" || len(a.Answers) > mostKept/4 {
		return
	}
	k.asked.Lock()
	defer k.asked.Unlock()
	n := len(a.Answers) + len(a.Undetermined) + 1
	if k.size += n; k.known == nil || k.size > mostKept {
		k.known, k.size = make(map[string]*Answers), n
	}
	k.known[key] = a
}
