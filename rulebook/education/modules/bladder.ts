/** ED-4: the bladder, where harm can be caught early. */
import type { EducationModule } from '../education-module.ts'
import { said } from '../patient-text.ts'

export const bladder: EducationModule = {
  id: 'ed-4',
  version: 1,
  title: said('Your bladder', 'Su vejiga'),
  objectives: [
    said(
      'Know the signs: pain, a sudden need to go, blood.',
      'Conocer las señales: dolor, ganas repentinas de orinar, sangre.',
    ),
    said('Know when to call.', 'Saber cuándo llamar.'),
  ],
  sections: [
    {
      id: 'what-can-happen',
      title: said('What can happen', 'Qué puede pasar'),
      text: said(
        'Ketamine can hurt the bladder. The risk goes up with more of it and with using it more often. In a survey of people who used it outside of medical care, about 1 in 4 (27%) had bladder signs.',
        'La ketamina puede dañar la vejiga. El riesgo sube cuando se usa más y más seguido. En una encuesta a personas que la usaban fuera de la atención médica, cerca de 1 de cada 4 (27%) tenía molestias al orinar.',
      ),
      cites: ['winstock-2012', 'anderson-2022'],
      confidence: 'high',
      basis: 'src',
    },
    {
      id: 'in-treatment',
      title: said('In treatment', 'En tratamiento'),
      text: said(
        'In treatment, doses are lower. Across 27 studies, from none to about 1 in 4 patients had bladder signs. Most were mild. Few of these studies lasted long, so we keep checking.',
        'En el tratamiento, las dosis son más bajas. En 27 estudios, tuvieron molestias desde ninguno hasta cerca de 1 de cada 4 pacientes. La mayoría fueron leves. Pocos de estos estudios duraron mucho, así que seguimos revisando.',
      ),
      cites: ['uro-review-2025'],
      confidence: 'high',
      basis: 'src',
    },
    {
      id: 'signs',
      title: said('Signs to tell us about', 'Señales que nos debe contar'),
      text: said(
        'Tell us if it hurts or burns when you pee. Tell us if you need to go more often, in a rush, or at night. Tell us about pain low in your belly. If you see blood in your pee, call us before your next dose. Do not take a dose until we have talked.',
        'Díganos si le duele o le arde al orinar. Díganos si tiene que orinar más seguido, con prisa o de noche. Díganos si le duele la parte baja del vientre. Si ve sangre en la orina, llámenos antes de su próxima dosis. No reciba otra dosis hasta que hablemos.',
      ),
      cites: ['esketamine-label-us', 'ketamine-label-us', 'judgement'],
      confidence: 'high',
      basis: 'drv',
    },
    {
      id: 'what-we-do',
      title: said('What we do about it', 'Qué hacemos'),
      text: said(
        'We test your urine and ask about these signs now and then. If there is a problem, we may space the doses, stop them, or send you to a bladder doctor. Of the people in that survey with signs who stopped, about half got better. A few (4%) got worse. So it pays to tell us early.',
        'De vez en cuando revisamos su orina y le preguntamos por estas señales. Si hay un problema, podemos espaciar las dosis, suspenderlas o mandarlo con un especialista. De las personas de esa encuesta que tenían molestias y dejaron de usarla, cerca de la mitad mejoró. Unas pocas (4%) empeoraron. Por eso conviene avisar pronto.',
      ),
      cites: ['winstock-2012', 'ketamine-label-us'],
      confidence: 'high',
      basis: 'src',
    },
  ],
  questions: [
    {
      id: 'ed-4-blood',
      asks: said('You see blood in your pee. What do you do?', 'Ve sangre en la orina. ¿Qué hace?'),
      answers: [
        {
          id: 'call-first',
          text: said('Call the clinic before my next dose', 'Llamo a la clínica antes de mi próxima dosis'),
        },
        { id: 'drink-water', text: said('Drink more water and say nothing', 'Tomo más agua y no digo nada') },
        { id: 'mention-later', text: said('Bring it up some weeks later', 'Lo comento unas semanas después') },
      ],
      right: 'call-first',
      explains: said(
        'Blood can mean the bladder is hurt. Call us before the next dose so we can check it first.',
        'La sangre puede indicar un daño en la vejiga. Llámenos antes de la próxima dosis para revisarlo primero.',
      ),
      safetyCritical: true,
      taughtIn: 'signs',
    },
    {
      id: 'ed-4-rises-with',
      asks: said('When does the risk to the bladder go up?', '¿Cuándo sube el riesgo para la vejiga?'),
      answers: [
        { id: 'first-dose', text: said('Only with the very first dose', 'Solo con la primera dosis') },
        { id: 'cold', text: said('When the weather is cold', 'Cuando hace frío') },
        { id: 'more-and-often', text: said('With more of it, and more often', 'Cuando se usa más y más seguido') },
      ],
      right: 'more-and-often',
      explains: said(
        'The more ketamine and the more often, the higher the risk. It is one reason that we use the fewest doses that help.',
        'Cuanta más ketamina y más seguido, mayor es el riesgo. Es una de las razones para usar el menor número de dosis que ayuden.',
      ),
      safetyCritical: false,
      taughtIn: 'what-can-happen',
    },
  ],
}
